import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { WhoItIs as Who } from '../contract.ts'
import { useCalled } from './ContactName.tsx'

/** A name, or a link with it, and beneath it what tells one from another of the same name. */
export function WhoItIs({
  name,
  doing,
  where,
  link,
}: Who & { name: string; link: (name: string) => ReactNode }) {
  const called = useCalled()
  const about = [doing, where && called(where).text].filter(Boolean).join(' · ')
  return (
    <span style={{ minWidth: 0 }}>
      {link(called(name).text)}
      {about && (
        <Text size="xs" c="dimmed" lineClamp={1} title={about}>
          {about}
        </Text>
      )}
    </span>
  )
}
