import type { Locator, Page } from '@playwright/test';
import type { ConnectorEditor } from '../fixtures/connector_editor.ts';
import type { ConnectorList } from '../fixtures/connector_list.ts';
import type { Account, Emulator } from '../fixtures/emulator.ts';
import type { PageWatch } from '../fixtures/page_watch.ts';
import type { Condition, Outcome } from './conditions.ts';
import type { ConsoleRequest } from './requests.ts';

/** What an operation acts through. */
export interface Scene {
  page: Page;
  emulator: Emulator;
  editor: ConnectorEditor;
  list: ConnectorList;
  signIn: (who: string | Account, path?: string) => Promise<void>;
  advance: (duration: string) => Promise<void>;
  watch: PageWatch;
}

/** Something that a person does and that makes the console send a request. */
export interface Operation {
  what: string;
  /** The request that is treated badly. */
  request: ConsoleRequest;
  /** Does everything up to it, and gives the path of just that request. */
  arrange(scene: Scene): Promise<string>;
  /** After signing in again, a person has to ask for it again. What only shows something is read again by itself. */
  byHand?: boolean;
  /** Makes the console send it. */
  act(scene: Scene, condition: Condition): Promise<void>;
  /** Where a person is told what went wrong; nowhere when failing is to go unnoticed. */
  told?(scene: Scene): Locator;
  /** What comes of a condition here, where that is not the usual. */
  outcome?(condition: Condition): Outcome | undefined;
  /** What was entered is there, and nothing pretends to be done. */
  keeps?(scene: Scene): Promise<void>;
  /** Once it is over: does what the message says. */
  again(scene: Scene, condition: Condition): Promise<void>;
  /** Everything is as if nothing had gone wrong: on screen, and in DT Cloud, where it is done once. */
  ends(scene: Scene): Promise<void>;
}

/** Whether it changes something in DT Cloud. */
export function isWrite({ request }: Operation): boolean {
  return !request.startsWith('GET ') && request !== 'POST /oauth2/token';
}
