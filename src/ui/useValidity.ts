import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'

type Validity = {
  ref: RefObject<HTMLInputElement | null>
  error: string | undefined
  onBlur: () => void
  onInvalid: (event: FormEvent<HTMLInputElement>) => void
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
  const refuse = (event: FormEvent<HTMLInputElement>) => {
    if (why === undefined) return
    tell()
    // The sentence stands below it; the browser's own would cover that.
    event.preventDefault()
    const { currentTarget } = event
    if (currentTarget.form?.querySelector('input:invalid') === currentTarget) currentTarget.focus()
  }
  return { ref, error: isTold ? why : undefined, onBlur: tell, onInvalid: refuse }
}
