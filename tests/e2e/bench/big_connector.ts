import type { Api } from '../fixtures/api.ts';
import { projectCalled, type Connector } from '../fixtures/connectors.ts';

const headers = 50;
const labels = 100;

/** How large it is, in words. */
export const size = `${headers} headers and ${labels} label keys`;

/** The header in the middle, among all the others. */
export const middleHeader = headerName(headers / 2 - 1);

/** Makes a connector that has a lot of everything, in the project with the most devices. */
export async function makeBigConnector(api: Api): Promise<Connector> {
  const project = await projectCalled(api, 'Oslo office');
  return api.post<Connector>(`${project.name}/dataconnectors`, {
    displayName: 'Everything at once',
    type: 'HTTP_PUSH',
    status: 'ACTIVE',
    events: ['temperature', 'touch', 'networkStatus'],
    labels: Array.from({ length: labels }, (_, index) => `asset-${numbered(index)}`),
    httpConfig: {
      url: 'https://events.example.com/oslo/office',
      signatureSecret: 'a secret of the benchmark',
      headers: Object.fromEntries(
        Array.from({ length: headers }, (_, index) => [headerName(index), `value ${numbered(index)}`]),
      ),
    },
  });
}

function headerName(index: number): string {
  return `X-Site-${numbered(index)}`;
}

function numbered(index: number): string {
  return String(index + 1).padStart(3, '0');
}
