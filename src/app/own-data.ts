import { signInOwnData, tellsOwnData } from '../capabilities/accounts/index.ts'
import { activitiesOwnData } from '../capabilities/activities/index.ts'
import { dossiersOwnData } from '../capabilities/dossiers/index.ts'
import { educationOwnData, reportsOwnData } from '../capabilities/education/index.ts'
import { farewellOwnData } from '../capabilities/farewell/index.ts'
import { inboxOwnData } from '../capabilities/inbox/index.ts'
import { lettersOwnData } from '../capabilities/letters/index.ts'
import { accessOwnData, rosterOwnData } from '../capabilities/roster/index.ts'
import { transfersOwnData } from '../capabilities/transfers/index.ts'

/** Everybody who holds something about a member says it here, in the order of the download. */
export const wireOwnData = () =>
  tellsOwnData(
    ...rosterOwnData,
    educationOwnData,
    reportsOwnData,
    activitiesOwnData,
    farewellOwnData,
    ...transfersOwnData,
    lettersOwnData,
    dossiersOwnData,
    inboxOwnData,
    signInOwnData,
    ...accessOwnData,
  )
