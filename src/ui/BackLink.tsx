import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'react-router'

export const BackLink = ({ to, children }: { to: string; children: string }) => (
  <Anchor
    component={Link}
    to={to}
    size="sm"
    display="inline-flex"
    w="fit-content"
    style={{ alignItems: 'center', gap: '0.3rem' }}
  >
    <IconArrowLeft size={15} aria-hidden /> {children}
  </Anchor>
)
