/** Every request that the console makes, by method and shape of its path. The whole suite fails on one that is not here. */
export const requests = [
  'GET /config.json',
  'GET /deferred-{file}.wasm',
  'POST /oauth2/token',
  'GET /v2/projects',
  'GET /v2/projects/{project}',
  'GET /v2/projects/{project}/permissions',
  'GET /v2/projects/{project}/devices',
  'GET /v2/projects/{project}/dataconnectors',
  'POST /v2/projects/{project}/dataconnectors',
  'GET /v2/projects/{project}/dataconnectors/{connector}',
  'PATCH /v2/projects/{project}/dataconnectors/{connector}',
  'DELETE /v2/projects/{project}/dataconnectors/{connector}',
  'POST /v2/projects/{project}/dataconnectors/{connector}:sync',
  'GET /v2/projects/{project}/dataconnectors/{connector}:metrics',
] as const;

/** One of them. */
export type ConsoleRequest = (typeof requests)[number];

/** The shape of a request, as {@link requests} has it. */
export function shapeOf(method: string, path: string): string {
  const shape = path
    .replace(/^\/deferred-.*\.wasm$/, '/deferred-{file}.wasm')
    .replace(/\/dataconnectors\/[^/:]+/, '/dataconnectors/{connector}')
    .replace(/^\/v2\/projects\/[^/]+/, '/v2/projects/{project}');
  return `${method} ${shape}`;
}
