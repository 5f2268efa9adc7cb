import { Button, Group, Input, NumberInput, Stack, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EventsEditor } from '../../../criteria/web/parts.tsx'
import { type Rule, whenOf } from '../../../lifecycle/definitionChanges.ts'
import { keyFrom } from '../../../platform/keyFrom.ts'
import type { EventRule } from '../../../scoring/model.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useCatalogue } from '../lists/source.ts'
import { addRule, changeRule, type RuleList } from './changing.ts'
import { CriterionField } from './StageEditor.tsx'
import { useOwnWords, useRuleName } from './useChangeText.ts'
import { useClause } from './useDefinitions.ts'
import { useEditing } from './useDraft.ts'

/** `points`: those that a new rule begins with. */
type Props = { list: RuleList; group?: string; points?: number; rule?: Rule; onClose: () => void }

/** One rule of the score: what it counts, how much, and what it is called. It is in the draft once *done* is pressed. */
export function RuleEditor({ list, group, points = 5, rule, onClose }: Props) {
  const { t } = useTranslation()
  const [written, setWritten] = useState<Rule>(rule ?? blank(list, group, points))
  const save = useSave(list, rule)
  const [isFinished, setFinished] = useState(!('on' in written) || written.on.did.length > 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(written)
    onClose()
  }
  return (
    <SidePanel title={t(rule ? 'draft.editRule' : 'draft.addRule')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          <What rule={written} onChange={setWritten} onFinished={setFinished} />
          <HowMuch rule={written} onChange={setWritten} />
          <Name rule={written} onChange={setWritten} />
          <Group justify="flex-end">
            <Button type="submit" disabled={!isFinished}>
              {t('draft.ready')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SidePanel>
  )
}

function blank(list: RuleList, group = '', points: number): Rule {
  if (list === 'engagement') return { key: '', group, on: { did: [] }, points }
  return { key: '', when: { all: [] }, points, ...(list === 'engagementFacts' && { group }) }
}

function useSave(list: RuleList, rule: Rule | undefined) {
  const { shown, edit } = useEditing()
  const clause = useClause()
  return (written: Rule) => {
    if (rule) return edit(changeRule(list, rule.key, written))
    const { fit, engagement, engagementFacts } = shown.score
    const taken = [...fit, ...engagement, ...engagementFacts].map(({ key }) => key)
    const name = written.name?.es ?? clause(whenOf(written))
    const key = keyFrom(name, 'rule', key => taken.includes(key))
    edit(addRule(list, { ...written, key }))
  }
}

type PartProps = { rule: Rule; onChange: (rule: Rule) => void }

function What({ rule, onChange, onFinished }: PartProps & { onFinished: (is: boolean) => void }) {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  const label = t('draft.ruleSignals')
  if ('on' in rule)
    return (
      <Input.Wrapper label={label} labelElement="div">
        <EventsEditor
          label={label}
          whose="contact"
          catalogue={catalogue}
          value={rule.on}
          onChange={on => {
            onFinished(on !== undefined)
            if (on) onChange({ ...rule, on })
          }}
        />
      </Input.Wrapper>
    )
  return (
    <CriterionField
      label={t('draft.ruleWhen')}
      whose="contact"
      value={rule.when}
      onChange={when => onChange({ ...rule, when })}
    />
  )
}

function HowMuch({ rule, onChange }: PartProps) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={t('definitions.points')}
          min={-100}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          w={140}
          value={rule.points}
          onChange={points => typeof points === 'number' && onChange({ ...rule, points })}
        />
        {'on' in rule && (
          <NumberInput
            label={t('draft.perDay')}
            min={1}
            max={100}
            allowDecimal={false}
            clampBehavior="strict"
            w={180}
            placeholder={t('draft.noCap')}
            value={rule.perDay ?? ''}
            onChange={most => onChange(withPerDay(rule, most))}
          />
        )}
      </Group>
      {'on' in rule && (
        <Switch
          label={t('draft.notFirstDay')}
          checked={rule.notFirstDay ?? false}
          onChange={({ currentTarget: { checked } }) => {
            const { notFirstDay: _, ...rest } = rule
            onChange(checked ? { ...rest, notFirstDay: true } : rest)
          }}
        />
      )}
    </Stack>
  )
}

function withPerDay({ perDay: _, ...rule }: EventRule, most: string | number): EventRule {
  return most === '' ? rule : { ...rule, perDay: Math.max(1, Number(most)) }
}

function Name({ rule, onChange }: PartProps) {
  const { t, i18n } = useTranslation()
  const own = useOwnWords()
  const name = useRuleName()
  const write = (text: string) => {
    const { name: before, ...rest } = rule
    const locale = i18n.language === 'en' ? 'en' : 'es'
    const words = { es: before?.es || text, en: before?.en || text, [locale]: text }
    onChange(text.trim() ? ({ ...rest, name: words } as Rule) : (rest as Rule))
  }
  return (
    <TextInput
      label={t('draft.ruleName')}
      description={t('draft.ruleNameAbout')}
      placeholder={rule.key ? name({ ...rule, name: undefined }) : undefined}
      maxLength={80}
      value={own(rule.name) ?? ''}
      onChange={event => write(event.currentTarget.value)}
    />
  )
}
