import { activityContract } from '../activity/contract.ts'
import { auditContract } from '../audit/contract.ts'
import { contactsContract } from '../contacts/contract.ts'
import { criteriaContract } from '../criteria/contract.ts'
import { identityContract } from '../identity/contract.ts'
import { importsContract } from '../imports/contract.ts'
import { lifecycleContract } from '../lifecycle/contract.ts'
import { proofContract } from '../proof/contract.ts'
import { qualificationContract } from '../qualification/contract.ts'
import { reportsContract } from '../reports/contract.ts'
import { scoringContract } from '../scoring/contract.ts'
import { segmentsContract } from '../segments/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { definitionFileContract } from './definitionFile/contract.ts'
import { demoContract } from './demo/contract.ts'
import { listsContract } from './lists/contract.ts'

/** Every endpoint of the program, for server, browser and documentation; one line a feature. */
export const contract = {
  activity: activityContract,
  audit: auditContract,
  contacts: contactsContract,
  criteria: criteriaContract,
  definitionFile: definitionFileContract,
  demo: demoContract,
  identity: identityContract,
  imports: importsContract,
  lists: listsContract,
  lifecycle: lifecycleContract,
  proof: proofContract,
  qualification: qualificationContract,
  reports: reportsContract,
  scoring: scoringContract,
  segments: segmentsContract,
  tasks: tasksContract,
}
