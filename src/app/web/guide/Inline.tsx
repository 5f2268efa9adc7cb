import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { useDefinitions } from '../definitions/useDefinitions.ts'
import { filled } from './language.ts'

const marked = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)]+)\)/g

/** A sentence of the guide: what is strong, its links, and the numbers of the definitions in force. */
export function Inline({ text }: { text: string }) {
  const score = useDefinitions().data?.funnels[0]?.score
  const said = filled(
    text,
    score
      ? {
          warm: score.warmFrom,
          hot: score.hotFrom,
          fit: score.fitShare,
          engagement: 100 - score.fitShare,
        }
      : {},
  )
  return piecesOf(said).map(({ at, plain, strong, label, to }) => {
    if (strong) return <strong key={at}>{strong}</strong>
    if (!label || !to) return plain
    return (
      <Anchor key={at} component={Link} to={to} inherit underline="always">
        {label}
      </Anchor>
    )
  })
}

type Piece = { at: number; plain?: string; strong?: string; label?: string; to?: string }

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: all, 1: strong, 2: label, 3: to, index } of text.matchAll(marked)) {
    pieces.push({ at: from, plain: text.slice(from, index) }, { at: index, strong, label, to })
    from = index + all.length
  }
  return [...pieces, { at: from, plain: text.slice(from) }]
}
