import { Group, Select, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { HowManyQualify, useFrameworkRule } from '../../../qualification/web/parts.tsx'
import { type Library, type Use, useFrameworkActs, useFrameworkName } from './useFrameworks.ts'

type Props = { library: Library; canEdit: boolean }

/** The framework of each funnel, and its change. */
export function Uses({ library, canEdit }: Props) {
  return library.uses.map(use => <UseOf key={use.funnel} use={use} library={library} canEdit={canEdit} />)
}

function UseOf({ use, library, canEdit }: Props & { use: Use }) {
  const { t } = useTranslation()
  const nameOf = useFrameworkName()
  const acts = useFrameworkActs()
  const rule = useFrameworkRule(use.framework)
  const frameworks = choices(library, use)
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
          value={use.framework.key}
          allowDeselect={false}
          disabled={!canEdit}
          w="min(20rem, 100%)"
          onChange={key => {
            const chosen = frameworks.find(each => each.key === key)
            if (chosen && key !== use.framework.key) acts.use(use, chosen).catch(() => {})
          }}
        />
        <Text size="sm" c="dimmed" pb={8}>
          {use.version ? t('frameworks.since', { version: use.version }) : t('frameworks.neverChosen')}
        </Text>
      </Group>
      <Text size="sm" mt="xs">
        {rule}
      </Text>
      <HowManyQualify framework={use.framework} />
    </div>
  )
}

/** One's own first; the one in force also where it was taken out of the library since. */
function choices({ own, readyMade }: Library, { framework }: Use) {
  const all = [...own.map(each => each.framework), ...readyMade]
  return all.some(({ key }) => key === framework.key) ? all : [framework, ...all]
}
