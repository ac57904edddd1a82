ALTER TABLE "evaluation" DROP CONSTRAINT "evaluation_activated";--> statement-breakpoint
DROP INDEX "term_of";--> statement-breakpoint
CREATE INDEX "term_of" ON "term" USING btree ("team_id");--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_activated" CHECK (("evaluation"."state" <> 'current' or "evaluation"."activated_at" is not null) and ("evaluation"."state" = 'superseded') = ("evaluation"."superseded_at" is not null));