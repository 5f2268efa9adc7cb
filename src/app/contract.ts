import { identityContract } from '../identity/contract.ts'

/** Every endpoint of the program, for server, browser and documentation. */
export const contract = { ...identityContract }
