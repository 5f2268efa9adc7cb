import { Button, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { changesBetween, qualificationChanges } from '../../../lifecycle/definitionChanges.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FormEnd } from '../../../ui/FormEnd.tsx'
import { useFrameworkName } from '../frameworks/useFrameworks.ts'
import { Changes } from './Changes.tsx'
import classes from './definitions.module.css'
import { useOwnWords } from './useChangeText.ts'
import type { Foreseen } from './useDefinitionFile.ts'
import { useEditing } from './useDraft.ts'

type Props = {
  foreseen: Foreseen & { fileName: string }
  onBringIn: () => void
  isBringing: boolean
  onClose: () => void
}

/** What a file would do: what goes into the draft, and what counts as soon as it is loaded. */
export function BringInDialog({ foreseen, onBringIn, isBringing, onClose }: Props) {
  const { t } = useTranslation()
  const { shown, inForce } = useEditing()
  const { definitions, atOnce, fileName } = foreseen
  const before = { ...shown, framework: shown.framework ?? inForce.framework }
  return (
    <Dialog title={t('draft.bringInTitle', { file: fileName })} onClose={onClose} size="lg">
      <Stack>
        <Part title={t('draft.atOnce')} about={t('draft.atOnceAbout')}>
          <AtOnce atOnce={atOnce} />
        </Part>
        <Part title={t('draft.toDraft')} about={t('draft.toDraftAbout')}>
          <Changes changes={definitions ? changesBetween(before, definitions) : []} />
        </Part>
        <FormEnd onClose={onClose}>
          <Button onClick={onBringIn} loading={isBringing} data-autofocus>
            {t('draft.bringItIn')}
          </Button>
        </FormEnd>
      </Stack>
    </Dialog>
  )
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text size="xs" c="dimmed">
        {about}
      </Text>
      {children}
    </section>
  )
}

function AtOnce({ atOnce: { name, own } }: Pick<Foreseen, 'atOnce'>) {
  const { t } = useTranslation()
  const words = useOwnWords()
  return (
    <ul className={classes.changes}>
      {name && <li>{t('draft.funnelNamed', { name: words(name.is) ?? '' })}</li>}
      {own.map(each => (
        <OwnFramework key={each.is.key} changed={each} />
      ))}
    </ul>
  )
}

function OwnFramework({ changed: { was, is } }: { changed: Foreseen['atOnce']['own'][number] }) {
  const { t } = useTranslation()
  const name = useFrameworkName()(is)
  if (!was) return <li>{t('draft.ownFramework', { name })}</li>
  return (
    <li>
      {t('draft.ownFrameworkChanges', { name })}
      <Changes changes={qualificationChanges(was, is)} />
    </li>
  )
}
