import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { conditions } from './hostile/conditions.ts';
import { operations } from './hostile/operations.ts';
import { requests, shapeOf } from './hostile/requests.ts';

const cases = operations.length * conditions.length;

test(`the matrix has ${cases} cases: ${operations.length} operations under ${conditions.length} conditions`, () => {
  // Whoever adds a condition or an operation gets its cases without writing one.
  expect(new Set(operations.map(({ what }) => what)).size).toBe(operations.length);
  expect(new Set(conditions.map(({ what }) => what)).size).toBe(conditions.length);
  expect(conditions.length).toBeGreaterThanOrEqual(17);
});

test('every request that the console makes has an operation', () => {
  const covered = new Set(operations.map(({ request }) => request));
  expect([...covered].sort()).toEqual([...requests].sort());
});

test('every call of the API client is among the requests', async () => {
  const client = await readFile(path.resolve(import.meta.dirname, '../../crates/api/src/client.rs'), 'utf8');
  const calls = [...client.matchAll(/pub async fn (\w+)/g)].map(([, name]) => name);
  const known: Record<string, string> = {
    projects: 'GET /v2/projects',
    project: 'GET /v2/projects/p',
    permissions: 'GET /v2/projects/p/permissions',
    devices: 'GET /v2/projects/p/devices',
    connectors: 'GET /v2/projects/p/dataconnectors',
    connector: 'GET /v2/projects/p/dataconnectors/d',
    create_connector: 'POST /v2/projects/p/dataconnectors',
    update_connector: 'PATCH /v2/projects/p/dataconnectors/d',
    delete_connector: 'DELETE /v2/projects/p/dataconnectors/d',
    synchronize_connector: 'POST /v2/projects/p/dataconnectors/d:sync',
    metrics: 'GET /v2/projects/p/dataconnectors/d:metrics',
  };
  const shapes = calls.map((call) => {
    const [method = '', at = ''] = (known[call ?? ''] ?? `${call} is not known`).split(' ');
    return shapeOf(method, at);
  });
  const ofApi = requests.filter((request) => request.includes(' /v2/'));
  expect(shapes.sort()).toEqual([...ofApi].sort());
});
