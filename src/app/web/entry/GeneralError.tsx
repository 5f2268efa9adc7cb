import { Alert } from '@mantine/core'
import { fieldErrors, problemOf } from '../../../ui/client.ts'
import { useProblemText } from '../../../ui/Failed.tsx'

/** What is wrong with the whole form; what is wrong with one field stands at the field. */
export function GeneralError({ error }: { error: unknown }) {
  const said = useProblemText()(error)
  if (!error || Object.keys(fieldErrors(error)).length) return null
  // A wrong password says itself what to do; nobody's session has ended.
  const isComplete = problemOf(error)?.code === 'identity.wrong_credentials'
  return (
    <Alert color="red" role="alert" variant="light" title={said.what}>
      {!isComplete && said.remedy}
    </Alert>
  )
}
