// Signs in, pulls all pages, sends a visit that was recorded without network. Compiled in every build, run by nobody.
import { AuthApi, Configuration, SyncApi, type Change, type Operation, type Visit, type VisitForm } from './client';

const basePath = 'http://localhost:8080';
const headers = { 'X-App-Version': 'android/1.0.0' };

export async function day(): Promise<void> {
  const auth = new AuthApi(new Configuration({ basePath, headers }));
  const session = await auth.logIn({ LoginForm: { phone: '13900000002', password: 'shouwang-demo' } });
  const sync = new SyncApi(new Configuration({ basePath, headers, accessToken: session.accessToken }));

  await sync.pushOperations({ Operations: { operations: [visited(session.worker.id)] } });

  const changes: Change[] = [];
  let cursor: string | undefined;
  let more = true;
  while (more) {
    const page = await sync.pullChanges(cursor === undefined ? {} : { cursor });
    changes.push(...page.changes);
    ({ cursor, more } = page);
  }
  const visits = changes.filter((change) => change.kind === 'visit' && !change.removed).map((change) => change.data as Visit);
  console.log(visits.map((visit) => visit.startedAt));
}

function visited(workerId: string): Operation {
  const form: VisitForm = {
    householdId: '0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d10',
    method: 'HOME',
    purpose: 'ROUTINE',
    startedAt: '2026-11-18T02:31:00Z',
    outcome: 'MET_CHILD',
    children: [{ childId: '0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d11', met: true }],
  };
  return {
    id: '0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d12',
    type: 'visit.record',
    at: '2026-11-18T03:10:00Z',
    workerId,
    body: { id: '0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d13', ...form },
  };
}
