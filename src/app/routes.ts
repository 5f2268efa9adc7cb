import { auditHttp } from '../audit/http.ts'
import { identityHttp } from '../identity/http.ts'
import { demoHttp } from './demo/http.ts'

/** The implementation of every endpoint, in the order of the contract. */
export const routes = {
  audit: auditHttp,
  demo: demoHttp,
  identity: identityHttp,
}
