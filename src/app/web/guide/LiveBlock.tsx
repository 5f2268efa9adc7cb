import { Anchor, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Failed } from '../../../ui/Failed.tsx'
import { type Definition, useDefinitions } from '../definitions/useDefinitions.ts'
import type { Live } from './content.ts'
import classes from './guide.module.css'
import { Alone, Caps, Engagement, Fading, Fit, Losses } from './LiveRules.tsx'
import { Example, Stages, Temperatures } from './LiveWho.tsx'
import { useFrame } from './language.ts'

const drawings: Record<Live, (definition: Definition) => ReactNode> = {
  stages: ({ lifecycle }) => <Stages stages={lifecycle.stages} />,
  temperatures: ({ score }) => <Temperatures score={score} />,
  fit: ({ score }) => <Fit score={score} />,
  engagement: ({ score }) => <Engagement score={score} />,
  fading: ({ score }) => <Fading score={score} />,
  caps: ({ score }) => <Caps score={score} />,
  losses: ({ score }) => <Losses score={score} />,
  worked: ({ score }) => <Example score={score} />,
  alone: ({ score }) => <Alone score={score} />,
}

/** Something of the definitions in force, with the way to them. */
export function LiveBlock({ live }: { live: Live }) {
  const definitions = useDefinitions()
  const main = definitions.data?.funnels[0]
  if (definitions.isError)
    return <Failed error={definitions.error} retry={() => void definitions.refetch()} />
  if (!main) return <Loader size="sm" />
  if (live === 'alone') return drawings.alone(main)
  return (
    <figure className={classes.live}>
      {drawings[live](main)}
      <Source to={live === 'stages' ? '/definitions' : '/definitions#score'} />
    </figure>
  )
}

function Source({ to }: { to: string }) {
  const { live } = useFrame()
  return (
    <figcaption>
      {live.inForce}.{' '}
      <Anchor component={Link} to={to} inherit underline="always">
        {live.see}
      </Anchor>
    </figcaption>
  )
}
