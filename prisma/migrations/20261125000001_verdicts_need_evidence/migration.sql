-- Verdicts that stand without what their label needs go back to review, as the next change of their claim would send
-- them: decisions without the evidence that the policy in force asks for, and "speculative" without a rationale, which
-- a policy could once allow.
UPDATE "Unit" u SET state = 'in-review', verdict = NULL, "verdictBy" = NULL
FROM "Project" p JOIN "Policy" r ON r."projectId" = p.id AND r.version = p."policyVersion",
  LATERAL (SELECT greatest(1, (r.body->>'supporting')::int) AS supports) needs
WHERE u."projectId" = p.id AND NOT u.retired AND (
  (u."verdictBy" = 'adjudication' AND u.verdict = 'documented' AND needs.supports > (
    SELECT count(*) FROM "Citation" c WHERE c."unitId" = u.id AND c."withdrawnAt" IS NULL AND c.stance = 'supports'))
  OR (u."verdictBy" = 'adjudication' AND u.verdict = 'disputed' AND r.body->>'disputed' = 'cited' AND 2 > (
    SELECT count(DISTINCT c.stance) FROM "Citation" c
    WHERE c."unitId" = u.id AND c."withdrawnAt" IS NULL AND c.stance IN ('supports', 'disputes')))
  OR (u."verdictBy" = 'policy' AND u.verdict = 'speculative' AND (r.body->>'annotations')::int > (
    SELECT count(*) FROM "Annotation" a
    WHERE a."unitId" = u.id AND a.current AND a.label = 'speculative' AND a."rationaleText" ~ '[^][0-9[:space:]]')));
