import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogProps {
  /** The decision as a verb: "Zet dit huishouden weg?" */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the doing one first. */
  readonly actions?: ReactNode;
  /** `palette` lies high on the page and has no visible title. */
  readonly kind?: 'dialog' | 'palette';
  /** An alert dialog does not close by pressing beside it. */
  readonly alert?: boolean;
}

/** Lies on a veil of canvas. Escape closes, focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, kind = 'dialog', alert = false }: DialogProps) {
  return (
    <ModalOverlay
      className={kind === 'palette' ? 'veil high' : 'veil'}
      isOpen={isOpen}
      isDismissable={!alert}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={kind}>
        <AriaDialog className="dialog-content" role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2} className={kind === 'palette' ? 'visually-hidden' : 'dialog-title'}>
            {title}
          </Heading>
          {children}
          {actions ? <div className="dialog-actions">{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
