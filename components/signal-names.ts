// The signal that decided goes in, its name in plain words comes out, as it stands beside the stance: "Differs · figures".
import type { Key } from '../lib/i18n';
import type { SignalName } from '../lib/model';

/** Message key of each signal's name. */
export const SIGNAL_NAME: Record<SignalName, Key> = {
  quantity: 'signalQuantity',
  date: 'signalDate',
  place: 'signalPlace',
  actor: 'signalActor',
  negation: 'signalNegation',
  denial: 'signalDenial',
  'opposite-outcome': 'signalOppositeOutcome',
  modality: 'signalModality',
  agreement: 'signalAgreement',
  'same-matter': 'signalSameMatter',
};
