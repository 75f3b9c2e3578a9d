import type { SheetSection } from '../../handoff/sheet.js';
import { toolSections } from '../../handoff/tools-sheet.js';
import type { GoTo, ToolHost } from '../shared/tool.js';
import type { PlanTool } from './contingency-planner.js';
import { Goals } from './tools/goals.js';
import { Limits } from './tools/limits.js';
import { People } from './tools/people.js';
import { Ready } from './tools/ready.js';
import { Rounds } from './tools/rounds.js';
import { Steps } from './tools/steps.js';
import { Team } from './tools/team.js';
import type { PlannerTool, ToolsContent } from './tools/tool-content.js';

type ToolName = Exclude<PlanTool, 'setbacks'>;

/** What the planner has beside the plan for setbacks. A chunk of its own, fetched when it is first needed. */
export class Tools {
  readonly #host: ToolHost;
  readonly #tools: Readonly<Record<ToolName, PlannerTool>>;

  constructor(host: ToolHost, goTo: () => GoTo | undefined) {
    this.#host = host;
    this.#tools = {
      steps: new Steps(host),
      ready: new Ready(host),
      limits: new Limits(host),
      goals: new Goals(host),
      people: new People(host),
      team: new Team(host, goTo),
      rounds: new Rounds(host),
    };
  }

  render(tool: ToolName, content: ToolsContent): unknown {
    return this.#tools[tool].render(content);
  }

  /** What of all this goes on paper. */
  sections(content: ToolsContent): readonly SheetSection[] {
    return toolSections(content, this.#host.answers);
  }
}
