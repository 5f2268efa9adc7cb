import { activityHttp } from '../activity/http.ts'
import { auditHttp } from '../audit/http.ts'
import { identityHttp } from '../identity/http.ts'
import type { Identity } from '../identity/identity.ts'
import { demoHttp } from './demo/http.ts'
import { listsHttp } from './lists/http.ts'

/** The implementation of every endpoint, in the order of the contract; one line a feature. */
export const routes = (identity: Identity) => ({
  activity: activityHttp,
  audit: auditHttp,
  demo: demoHttp,
  identity: identityHttp(identity),
  lists: listsHttp,
})
