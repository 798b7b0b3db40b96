/**
 * Everything that holds, makes or uses a key; loaded only on pages that need one. A room's element imports the modules it needs and is listed here.
 */
import './elements/unlock.ts';
import './elements/fingerprint.ts';
import './elements/form-draft.ts';
import './elements/form-list.ts';
import './elements/form-new.ts';
import './elements/list-file.ts';
import './elements/carried.ts';
import './elements/change-scans.ts';
import './elements/proved.ts';
import './elements/release.ts';
import './elements/request.ts';
import './elements/request-act.ts';
import './elements/request-evidence.ts';
import './enrolment/enrolment-element.ts';
import './enrolment/recovery-element.ts';
import './enrolment/sign-in-element.ts';
import './enrolment/account-ways-element.ts';
import './enrolment/office-elements.ts';
import { keepKeptFresh } from './keeping.ts';
import { keepParkingClear } from './parking.ts';

keepParkingClear();
keepKeptFresh();
