import type { Content } from '../../../content/load.js';

/** What a tool of the planner shows. */
export type ToolsContent = Content<'plan' | 'tools'>;

/** One part of the planner beside the plan for setbacks. */
export interface PlannerTool {
  render(content: ToolsContent): unknown;
}
