import { identityHttp } from '../identity/http.ts'

/** The implementation of every endpoint, in the order of the contract. */
export const routes = {
  identity: identityHttp,
}
