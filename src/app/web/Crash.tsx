import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Failed } from '../../ui/Failed.tsx'

type Props = { place: string; children: ReactNode }

/** A screen that breaks leaves the menu usable; going elsewhere starts afresh. */
export function Crash({ children }: { children: ReactNode }) {
  return <Boundary place={useLocation().pathname}>{children}</Boundary>
}

class Boundary extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidUpdate(before: Props) {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: undefined })
  }

  override render() {
    if (!this.state.error) return this.props.children
    return <Failed error={this.state.error} retry={() => this.setState({ error: undefined })} />
  }
}
