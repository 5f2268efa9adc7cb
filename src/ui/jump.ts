import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** The browser jumps to the `#` of an address before the page is there; jumps again when it is. */
export function useJump(ready: boolean) {
  const { hash, key } = useLocation()
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [ready, hash, key])
}
