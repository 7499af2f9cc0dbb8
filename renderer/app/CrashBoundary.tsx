import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';

interface CrashBoundaryProps {
  readonly children: ReactNode;
  /** A new value (another route) gives the screen a fresh chance. */
  readonly resetKey: string;
}

/** A bug in one screen leaves the rest of the app standing. Saying nothing of what was on it: that may be content. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashedAt: string | null }> {
  override state: { readonly crashedAt: string | null } = { crashedAt: null };

  static getDerivedStateFromError(): { readonly crashedAt: string | null } {
    return { crashedAt: '' };
  }

  override componentDidUpdate(before: CrashBoundaryProps): void {
    if (this.state.crashedAt !== null && before.resetKey !== this.props.resetKey) this.setState({ crashedAt: null });
  }

  override render(): ReactNode {
    if (this.state.crashedAt === null) return this.props.children;
    return (
      <div className="body crash">
        <ErrorNote
          title="Dit scherm werkt nu niet."
          actions={
            <Button field="crash.retry" onPress={() => this.setState({ crashedAt: null })}>
              Probeer opnieuw
            </Button>
          }
        >
          Wat je schreef is bewaard tot een seconde geleden. Ga naar een ander scherm, of probeer het opnieuw.
        </ErrorNote>
      </div>
    );
  }
}
