import { Alert, Button, Group, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { HowManyQualify, useFrameworkRule } from '../../../qualification/web/parts.tsx'
import { type Library, plannedIn, type Use, useFrameworkActs, useFrameworkName } from './useFrameworks.ts'

type Props = { library: Library; canEdit: boolean }
type OneProps = Props & { use: Use; isMain: boolean }

/** The framework of each funnel, and its change. */
export function Uses({ library, canEdit }: Props) {
  return library.uses.map((use, place) => (
    <UseOf key={use.funnel} use={use} isMain={place === 0} library={library} canEdit={canEdit} />
  ))
}

function UseOf({ use, isMain, library, canEdit }: OneProps) {
  const { t } = useTranslation()
  const nameOf = useFrameworkName()
  const acts = useFrameworkActs()
  const planned = plannedIn(use)
  const rule = useFrameworkRule(planned)
  const frameworks = choices(library, planned)
  return (
    <div>
      <Group align="flex-end" gap="sm">
        <Select
          label={
            use.name
              ? t('frameworks.ofFunnel', { funnel: use.name })
              : t(library.uses.length > 1 ? 'funnels.main' : 'frameworks.ofMain')
          }
          data={frameworks.map(each => ({ value: each.key, label: nameOf(each) }))}
          value={planned.key}
          allowDeselect={false}
          disabled={!canEdit}
          w="min(20rem, 100%)"
          onChange={key => {
            const chosen = frameworks.find(each => each.key === key)
            if (chosen && key !== planned.key) acts.use(use, chosen).catch(() => {})
          }}
        />
        {!use.drafted && (
          <Text size="sm" c="dimmed" pb={8}>
            {use.version ? t('frameworks.since', { version: use.version }) : t('frameworks.neverChosen')}
          </Text>
        )}
      </Group>
      <Text size="sm" mt="xs">
        {rule}
      </Text>
      <HowManyQualify framework={planned} />
      {use.drafted && <Drafted use={use} isMain={isMain} canEdit={canEdit} />}
    </div>
  )
}

/** That it does not count yet, by what people are judged until then, and the ways on. */
function Drafted({ use, isMain, canEdit }: Omit<OneProps, 'library'>) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const name = useFrameworkName()(use.framework)
  const search = isMain ? '' : `?${new URLSearchParams({ funnel: use.funnel })}`
  const isSame = use.drafted?.key === use.framework.key
  return (
    <Alert variant="light" mt="xs" p="xs">
      <Text size="sm">{t(isSame ? 'frameworks.draftedChange' : 'frameworks.draftedOther', { name })}</Text>
      <Group gap="xs" mt={6}>
        <Button component={Link} to={`/definitions/preview${search}`} size="compact-sm">
          {t('draft.preview')}
        </Button>
        <Button component={Link} to={`/definitions${search}`} size="compact-sm" variant="default">
          {t('draft.seeDraft')}
        </Button>
        {canEdit && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => void acts.use(use, use.framework).catch(() => {})}
          >
            {t('frameworks.leaveOut')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

/** One's own first; the one of the funnel also where it was taken out of the library since. */
function choices({ own, readyMade }: Library, planned: Use['framework']) {
  const all = [...own.map(each => each.framework), ...readyMade]
  return all.some(({ key }) => key === planned.key) ? all : [planned, ...all]
}
