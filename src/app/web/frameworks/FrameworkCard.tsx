import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import {
  type Framework,
  FrameworkQuestions,
  HowManyQualify,
  useFrameworkRule,
} from '../../../qualification/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { useCatalogue } from '../lists/source.ts'
import { copyOf, draftOf, type FrameworkDraft } from './frameworkDraft.ts'
import classes from './frameworks.module.css'
import { type Library, useFrameworkActs, useFrameworkName, useWordedItems } from './useFrameworks.ts'

type Props = { framework: Framework; library: Library; onDraft?: (draft: FrameworkDraft) => void }

/** A framework to be read: whom it qualifies, what it asks; and, for those who may, used, copied, changed or removed. */
export function FrameworkCard({ framework, library, onDraft }: Props) {
  const { t } = useTranslation()
  const text = useAnyText()
  const nameOf = useFrameworkName()
  const rule = useFrameworkRule(framework)
  const [isOpen, setOpen] = useState(false)
  const isUsed = library.uses.some(use => use.framework.key === framework.key)
  const about = text(`qualification.frameworks.${framework.key}.about`, { defaultValue: '' })
  return (
    <Paper component="article" p="md" aria-label={nameOf(framework)}>
      <Group gap="xs">
        <Title order={3}>{nameOf(framework)}</Title>
        {isUsed && <Badge>{t('frameworks.used')}</Badge>}
      </Group>
      {about && <Text size="sm">{about}</Text>}
      <Text size="sm" c="dimmed">
        {rule}
      </Text>
      <details className={classes.questions} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('frameworks.questions')}</summary>
        {isOpen && <Questions framework={framework} />}
      </details>
      {onDraft && <Acts framework={framework} library={library} onDraft={onDraft} />}
    </Paper>
  )
}

function Questions({ framework }: { framework: Framework }) {
  const { fields, members } = useCatalogue()
  const texts = useFieldTexts(members)
  const fieldName = (key: string) => {
    const field = fields.find(each => each.key === key)
    return field && texts.label(field)
  }
  return (
    <>
      <FrameworkQuestions framework={framework} fieldName={fieldName} />
      <HowManyQualify framework={framework} />
    </>
  )
}

function Acts({ framework, library, onDraft }: Required<Props>) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const nameOf = useFrameworkName()
  const items = useWordedItems(framework)
  const own = library.own.find(each => each.framework.key === framework.key)
  const others = library.uses.filter(use => use.framework.key !== framework.key)
  const isUsed = others.length < library.uses.length
  const name = nameOf(framework)
  const button = { size: 'compact-sm', variant: 'default' } as const
  return (
    <Group gap="xs" mt="sm">
      {others.map(use => (
        <Button
          key={use.funnel}
          {...button}
          aria-label={`${use.name ? t('frameworks.useIn', { funnel: use.name }) : t('frameworks.use')}: ${name}`}
          onClick={() => void acts.use(use, framework).catch(() => {})}
        >
          {library.uses.length > 1
            ? t('frameworks.useIn', { funnel: use.name || t('frameworks.main') })
            : t('frameworks.use')}
        </Button>
      ))}
      {own && (
        <Button
          {...button}
          aria-label={`${t('frameworks.edit')}: ${name}`}
          onClick={() => onDraft(draftOf(own, items))}
        >
          {t('frameworks.edit')}
        </Button>
      )}
      <Button
        {...button}
        aria-label={`${t('frameworks.copy')}: ${name}`}
        onClick={() => onDraft(copyOf(framework, items, t('frameworks.copyOf', { name })))}
      >
        {t('frameworks.copy')}
      </Button>
      {own && !isUsed && (
        <Button
          {...button}
          variant="subtle"
          color="gray"
          aria-label={`${t('frameworks.remove')}: ${name}`}
          onClick={() => void acts.forget(own).catch(() => {})}
        >
          {t('frameworks.remove')}
        </Button>
      )}
    </Group>
  )
}
