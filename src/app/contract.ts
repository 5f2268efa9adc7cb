import { identityContract } from '../identity/contract.ts'

/** Every endpoint of the program, for server, browser and documentation; one line a feature. */
export const contract = {
  identity: identityContract,
}
