// The signal that decided goes in, its name in plain words comes out, as it stands beside the stance: "Differs · figures".
import type { Key } from '../lib/i18n';
import type { Reason, RelatedKind, SignalName } from '../lib/model';

const SIGNAL_NAME: Record<SignalName, Key> = {
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

const KIND_NAME: Record<RelatedKind, Key> = {
  'later-update': 'kindLaterUpdate',
  'other-measure': 'kindOtherMeasure',
  'other-period': 'kindOtherPeriod',
  'other-aspect': 'kindOtherAspect',
};

/** Message key of what decided: in what two related statements differ where a rule can tell, else the signal's name. */
export function nameOf({ signal, kind }: Reason): Key {
  return kind ? KIND_NAME[kind] : SIGNAL_NAME[signal];
}
