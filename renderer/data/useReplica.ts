/** React's view of a replica: components re-read only the part of the document that changed. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { readRecord, readRecords, readText, type RecordView } from '../../shared/documents/readers.ts';
import { recordsRoot, singletonRoot, textRoot } from '../../shared/documents/roots.ts';
import type { RecordKind } from '../../shared/documents/schema.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { Replica } from './replica.ts';
import type { OpenError } from './replicaRegistry.ts';
import type { SaveState, UnsavedText } from './saveState.ts';
import { useVault } from './useVault.tsx';

export type OpenReplica =
  | { readonly state: 'opening'; readonly replica: null }
  | { readonly state: 'open'; readonly replica: Replica }
  | { readonly state: 'failed'; readonly replica: null; readonly error: OpenError; retry(): void };

/** Opens a document for as long as the component shows it. Null: not known yet which. */
export function useReplica(documentId: DocumentId | null): OpenReplica {
  const { replicas } = useVault();
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ id: DocumentId; replica: Replica | null; error: OpenError | null } | null>(
    null,
  );
  useEffect(() => {
    if (documentId === null) return;
    let current = true;
    const acquired = replicas.acquire(documentId).then((result) => {
      if (current)
        setOpened({ id: documentId, replica: result.ok ? result.value : null, error: result.ok ? null : result.error });
      return result.ok;
    });
    return () => {
      current = false;
      void acquired.then((ok) => {
        if (ok) replicas.release(documentId);
      });
    };
  }, [replicas, documentId, attempt]);
  const known = opened?.id === documentId ? opened : null;
  const replica = known?.replica ?? (documentId === null ? null : replicas.peek(documentId));
  if (replica) return { state: 'open', replica };
  if (known?.error)
    return { state: 'failed', replica: null, error: known.error, retry: () => setAttempt((count) => count + 1) };
  return { state: 'opening', replica: null };
}

/** Re-renders when one of these roots changes, and gives the document to read from. `roots` is one string: a key. */
function useRoots(replica: Replica, roots: string): { readonly doc: Y.Doc; readonly version: string } {
  const subscribe = useCallback((listener: () => void) => replica.subscribe(listener), [replica]);
  const version = useSyncExternalStore(subscribe, () =>
    roots
      .split(' ')
      .map((root) => replica.versionOf(root))
      .join(),
  );
  return { doc: useDoc(replica), version };
}

/** The document of a replica; another one after a refused push. */
export function useDoc(replica: Replica): Y.Doc {
  const subscribe = useCallback((listener: () => void) => replica.subscribe(listener), [replica]);
  return useSyncExternalStore(subscribe, () => replica.doc);
}

/** All records of a kind that are not deleted, in order. */
export function useRecords<K extends RecordKind>(replica: Replica, kind: K): readonly RecordView<K>[] {
  const { doc, version } = useRoots(replica, `${recordsRoot(kind)} ${singletonRoot(kind)}`);
  return useMemo(() => {
    void version;
    return readRecords(doc, kind);
  }, [doc, version, kind]);
}

/** One record, deleted or not; null when it does not exist. */
export function useRecord<K extends RecordKind>(replica: Replica, kind: K, id: string): RecordView<K> | null {
  const { doc, version } = useRoots(replica, `${recordsRoot(kind)} ${singletonRoot(kind)}`);
  return useMemo(() => {
    void version;
    return readRecord(doc, kind, id);
  }, [doc, version, kind, id]);
}

/** The text of a section, for reading. */
export function useText(replica: Replica, kind: RecordKind, id: string, section: string): string {
  const { doc, version } = useRoots(replica, textRoot(id, section));
  return useMemo(() => {
    void version;
    return readText(doc, kind, id, section);
  }, [doc, version, kind, id, section]);
}

/** What a person may believe about saving, and what was refused. */
export function useSaveState(replica: Replica | null): {
  readonly saveState: SaveState;
  readonly unsaved: readonly UnsavedText[];
} {
  const subscribe = useCallback((listener: () => void) => replica?.subscribe(listener) ?? (() => undefined), [replica]);
  const saveState = useSyncExternalStore(subscribe, () => replica?.saveState ?? NOTHING_TYPED);
  const unsaved = useSyncExternalStore(subscribe, () => replica?.unsaved ?? NONE);
  return { saveState, unsaved };
}

const NOTHING_TYPED: SaveState = { kind: 'saved', atMs: null };
const NONE: readonly UnsavedText[] = [];

/** Reads something out of records of these kinds, and again when one of them changes. */
export function useReading<T>(replica: Replica, kinds: readonly RecordKind[], read: (doc: Y.Doc) => T): T {
  const roots = kinds.map((kind) => `${recordsRoot(kind)} ${singletonRoot(kind)}`).join(' ');
  return read(useRoots(replica, roots).doc);
}
