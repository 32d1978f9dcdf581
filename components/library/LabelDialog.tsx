// Tags and note of a listed article, over the list. The browser's own dialog: it holds the focus, Esc closes it, and the focus goes
// back to where it came from.
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { LabelForm } from './LabelForm';

interface Props {
  title: string;
  tags: string[];
  note: string;
  busy: boolean;
  onSave: (label: { tags: string[]; note: string }) => void;
  onClose: () => void;
}

export function LabelDialog({ title, onClose, ...form }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const before = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class="label-dialog" aria-label={t('libraryLabelNamed', title)} onClose={onClose}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <LabelForm {...form} onCancel={onClose} />
    </dialog>
  );
}
