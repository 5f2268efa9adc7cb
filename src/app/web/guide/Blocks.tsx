import { IconAlertTriangle } from '@tabler/icons-react'
import type { Block } from './content.ts'
import classes from './guide.module.css'
import { Inline } from './Inline.tsx'
import { LiveBlock } from './LiveBlock.tsx'
import { useFrame } from './language.ts'

/** What a part of a page is made of, in its order. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map(block => <OneBlock key={JSON.stringify(block)} block={block} />)
}

function OneBlock({ block }: { block: Block }) {
  if (typeof block === 'string')
    return (
      <p>
        <Inline text={block} />
      </p>
    )
  if ('list' in block) return <ul>{items(block.list)}</ul>
  if ('steps' in block) return <ol className={classes.steps}>{items(block.steps)}</ol>
  if ('terms' in block) return <Terms terms={block.terms} />
  if ('questions' in block) return <Questions questions={block.questions} />
  if ('note' in block) return <Note text={block.note} />
  return <LiveBlock live={block.live} />
}

const items = (texts: readonly string[]) =>
  texts.map(text => (
    <li key={text}>
      <Inline text={text} />
    </li>
  ))

function Terms({ terms }: { terms: readonly { term: string; about: string }[] }) {
  return (
    <dl className={classes.terms}>
      {terms.map(({ term, about }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <Inline text={about} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Questions({ questions }: { questions: readonly { about: string; ask: string }[] }) {
  return (
    <dl className={classes.questions}>
      {questions.map(({ about, ask }) => (
        <div key={about}>
          <dt>{about}</dt>
          <dd>{ask}</dd>
        </div>
      ))}
    </dl>
  )
}

function Note({ text }: { text: string }) {
  const frame = useFrame()
  return (
    <p className={classes.note}>
      <IconAlertTriangle size={18} stroke={1.7} role="img" aria-label={frame.caution} />
      <span>
        <Inline text={text} />
      </span>
    </p>
  )
}
