import { type RefObject, useEffect, useRef, useState } from 'react'

type Validity = {
  ref: RefObject<HTMLInputElement | null>
  error: string | undefined
  onBlur: () => void
  onInvalid: () => void
}

/** Keeps a form from being sent while its input holds what cannot be meant; the reader is told why once they leave it or send. */
export function useValidity(why: string | undefined): Validity {
  const ref = useRef<HTMLInputElement>(null)
  const [isTold, setTold] = useState(false)
  useEffect(() => {
    ref.current?.setCustomValidity(why ?? '')
    if (why === undefined) setTold(false)
  }, [why])
  const tell = () => setTold(why !== undefined)
  return { ref, error: isTold ? why : undefined, onBlur: tell, onInvalid: tell }
}
