import { activityHttp } from '../activity/http.ts'
import { auditHttp } from '../audit/http.ts'
import { contactsHttp } from '../contacts/http.ts'
import { criteriaHttp } from '../criteria/http.ts'
import { identityHttp } from '../identity/http.ts'
import type { Identity } from '../identity/identity.ts'
import { importsHttp } from '../imports/http.ts'
import { lifecycleHttp } from '../lifecycle/http.ts'
import { proofHttp } from '../proof/http.ts'
import { qualificationHttp } from '../qualification/http.ts'
import { forgetVerdicts, readAnswersIn, writeAnswersIn } from '../qualification/qualification.ts'
import { reportsHttp } from '../reports/http.ts'
import { scoringHttp } from '../scoring/http.ts'
import { segmentsHttp } from '../segments/http.ts'
import { refillSegments } from '../segments/segments.ts'
import { tasksHttp } from '../tasks/http.ts'
import { moveBelongings, withdrawBelongings } from './belongings.ts'
import { definitionFileHttp } from './definitionFile/http.ts'
import { demoHttp } from './demo/http.ts'
import { mustBeUnused } from './fieldInUse.ts'
import { listsHttp } from './lists/http.ts'

/** The implementation of every endpoint, in the order of the contract; one line a feature. */
export const routes = (identity: Identity) => ({
  activity: activityHttp({ read: readAnswersIn, write: writeAnswersIn }),
  audit: auditHttp,
  contacts: contactsHttp({ withdrawEvents: withdrawBelongings, moveBelongings, mustBeUnused }),
  criteria: criteriaHttp,
  definitionFile: definitionFileHttp,
  demo: demoHttp,
  identity: identityHttp(identity),
  imports: importsHttp,
  lists: listsHttp,
  lifecycle: lifecycleHttp({ forgetFunnel: forgetVerdicts, refillSegments }),
  proof: proofHttp,
  qualification: qualificationHttp,
  reports: reportsHttp,
  scoring: scoringHttp,
  segments: segmentsHttp,
  tasks: tasksHttp,
})
