import { Popover, UnstyledButton } from '@mantine/core'
import classes from './badges.module.css'
import { stageIcon, stageKey } from './stages.ts'
import { useStageColour, useStageMeaning, useStageName } from './stageWords.ts'

type Props = {
  stage: string | null | undefined
  size?: 'sm' | 'md' | 'lg'
  /** Its name and colour where they are not those in force: in a draft. */
  name?: string
  color?: string
}

/** A stage: its icon, its word, its colour. Null is "in no stage". Inside what can itself be clicked; elsewhere `StageWithDefinition`. */
export function StageBadge({ stage, size = 'md', name, color }: Props) {
  const nameOf = useStageName()
  const colour = useStageColour()
  const Icon = stageIcon(stageKey(stage))
  return (
    <span
      className={classes.badge}
      data-size={size}
      style={{ color: colour(stage, 'ink', color), background: colour(stage, 'wash', color) }}
    >
      <Icon aria-hidden className={classes.icon} stroke={1.9} />
      {name ?? nameOf(stage)}
    </span>
  )
}

/** A stage that opens what it means here. `tabIndex` -1 in a grid, which has keys of its own. */
export function StageWithDefinition({ stage, size, tabIndex }: Props & { tabIndex?: number }) {
  const Meaning = useStageMeaning()
  if (!stage || !Meaning) return <StageBadge stage={stage} size={size} />
  return (
    <Popover width={340} position="bottom-start" withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.open} tabIndex={tabIndex}>
          <StageBadge stage={stage} size={size} />
        </UnstyledButton>
      </Popover.Target>
      {/* A click inside is none on the row that the stage stands in. */}
      <Popover.Dropdown onClick={event => event.stopPropagation()}>
        <Meaning stage={stage} />
      </Popover.Dropdown>
    </Popover>
  )
}
