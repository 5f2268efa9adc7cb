import { createApi } from '../../ui/client.ts'
import { contract } from '../contract.ts'

/** Every endpoint, typed, with query options; screens of one feature make theirs from their own contract. */
export const api = createApi(contract)
