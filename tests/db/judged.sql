-- Every activity judged in plain SQL, written apart from the program, to check its figures against.
-- Parameters: as_of (date), known_on (moment, UTC), year.
WITH events AS (
  SELECT submission_id, event, row_number() OVER (PARTITION BY submission_id ORDER BY moment DESC, id DESC) AS place
  FROM submission_event WHERE moment <= :known_on
), counting AS (
  SELECT submission_id AS id FROM events WHERE place = 1 AND event IN ('recorded', 'accepted', 'reinstated')
), version AS (
  SELECT *, row_number() OVER (PARTITION BY activity_id ORDER BY valid_from DESC, recorded DESC, id DESC) AS place
  FROM activity_version
  WHERE valid_from <= :as_of AND recorded <= :known_on AND submission_id IN (SELECT id FROM counting)
), plan AS (
  SELECT a.code, v.activity_id, v.id AS version_id, p.code AS partner, r.code AS area, v.state, v.measured_by, v.precision,
    w.signed_on, v.starts AS starts_on, v.ends AS ends_on, v.planned_quantity_micro,
    julianday(v.starts) AS starts, julianday(v.ends) AS ends
  FROM version v
  JOIN activity a ON a.id = v.activity_id
  JOIN workplan w ON w.id = a.workplan_id
  JOIN partner p ON p.id = v.lead_partner_id
  JOIN priority_area r ON r.id = v.priority_area_id
  WHERE v.place = 1 AND :year BETWEEN w.first_year AND w.last_year
), reported AS (
  SELECT r.activity_id, r.as_of, r.rating, r.spent_cents,
    COALESCE(r.stage / 100.0, r.share_micro / 1e8, min(1.0, 1.0 * r.quantity_micro / plan.planned_quantity_micro)) AS share,
    row_number() OVER (PARTITION BY r.activity_id ORDER BY r.as_of DESC, r.recorded DESC, r.id DESC) AS place
  FROM progress_report r JOIN plan ON plan.activity_id = r.activity_id
  WHERE r.as_of <= :as_of AND r.recorded <= :known_on AND r.submission_id IN (SELECT id FROM counting)
), newest AS (
  SELECT n.activity_id, n.as_of, COALESCE((
    SELECT s.share FROM reported s WHERE s.activity_id = n.activity_id AND s.share IS NOT NULL ORDER BY s.place LIMIT 1
  ), 0) AS share FROM reported n WHERE n.place = 1
), corner AS (
  SELECT activity_id, starts - 1 AS day, 0.0 AS share FROM plan WHERE measured_by <> 'event'
  UNION ALL SELECT activity_id, ends - 1, 0.0 FROM plan WHERE measured_by = 'event'
  UNION ALL SELECT activity_id, ends, 1.0 FROM plan
  UNION ALL SELECT plan.activity_id, julianday(m.due_on), m.share_micro / 1e8 FROM milestone m JOIN plan USING (version_id)
    WHERE plan.measured_by <> 'event' AND m.due_on >= plan.starts_on AND m.due_on < plan.ends_on
), segment AS (
  SELECT activity_id, day AS left_day, share AS low,
    lead(day) OVER (PARTITION BY activity_id ORDER BY day) AS right_day,
    lead(share) OVER (PARTITION BY activity_id ORDER BY day) AS high
  FROM corner
), due AS (
  SELECT plan.activity_id, max(q.starts) AS starts FROM plan JOIN reporting_period q
    ON q.closes < :as_of AND q.starts <= plan.ends_on AND q.ends >= plan.starts_on AND q.closes >= plan.signed_on
  GROUP BY plan.activity_id
), measured AS (
  SELECT plan.*, newest.as_of AS reported_on, newest.share AS delivered, due.starts AS due_starts,
    CASE WHEN julianday(:as_of) >= ends THEN 1.0 ELSE COALESCE((
      SELECT low + (high - low) * (julianday(:as_of) - left_day) / (right_day - left_day) FROM segment
      WHERE segment.activity_id = plan.activity_id AND julianday(:as_of) > left_day AND julianday(:as_of) <= right_day
    ), 0.0) END AS planned_now,
    CASE WHEN julianday(newest.as_of) >= ends THEN 1.0 ELSE COALESCE((
      SELECT low + (high - low) * (julianday(newest.as_of) - left_day) / (right_day - left_day) FROM segment
      WHERE segment.activity_id = plan.activity_id
        AND julianday(newest.as_of) > left_day AND julianday(newest.as_of) <= right_day
    ), 0.0) END AS planned_then,
    CASE WHEN newest.share >= 1 THEN NULL ELSE (
      SELECT max(left_day + CAST((newest.share - low) / (high - low) * (right_day - left_day) + 1e-6 AS INTEGER))
      FROM segment WHERE segment.activity_id = plan.activity_id AND low <= newest.share AND newest.share < high
    ) END AS sufficient,
    julianday(:as_of) - ends AS past_end
  FROM plan LEFT JOIN newest USING (activity_id) LEFT JOIN due USING (activity_id)
), days AS (
  SELECT *, CASE WHEN reported_on IS NULL THEN NULL WHEN sufficient IS NULL THEN 0
    ELSE max(0, julianday(reported_on) - sufficient) END AS behind,
    date(:as_of, 'start of month', '-' || ((CAST(strftime('%m', :as_of) AS INTEGER) - 1) % 3) || ' months') AS quarter
  FROM measured
)
SELECT code, partner, area, delivered, planned_then, planned_now, reported_on, due_starts IS NOT NULL AS report_due,
  CAST(behind AS INTEGER) AS behind,
  CASE
    WHEN state <> 'active' THEN state
    WHEN delivered >= 1 THEN 'completed'
    WHEN past_end > 31 THEN 'past end date'
    WHEN :as_of < starts_on AND COALESCE(delivered, 0) = 0 THEN 'not yet due'
    WHEN reported_on IS NULL AND due_starts IS NOT NULL THEN 'no report'
    WHEN reported_on IS NULL THEN 'report not due'
    WHEN behind <= 31 AND past_end <= 0 THEN 'on schedule'
    WHEN past_end > 0 OR behind <= 92 THEN 'needs attention'
    WHEN precision = 'quarter' AND date(ends_on, 'start of month') >= date(quarter, '+0 months') THEN 'needs attention'
    ELSE 'behind'
  END AS status,
  state = 'active' AND ends_on >= quarter
    AND NOT (:as_of < starts_on AND COALESCE(delivered, 0) = 0)
    AND NOT (COALESCE(delivered, 0) >= 1 AND reported_on < quarter) AS due_in_period,
  COALESCE(reported_on >= quarter, 0) AS dated_in_period,
  COALESCE((SELECT sum(planned_cents) FROM funding_line f WHERE f.version_id = days.version_id), 0) AS planned_cents,
  COALESCE((SELECT sum(amount_cents) FROM funding_flow f WHERE f.activity_id = days.activity_id AND f.kind = 'released'
    AND f.dated <= :as_of AND f.recorded <= :known_on AND f.submission_id IN (SELECT id FROM counting)), 0) AS released_cents,
  COALESCE((SELECT s.spent_cents FROM reported s WHERE s.activity_id = days.activity_id AND s.spent_cents IS NOT NULL
    ORDER BY s.place LIMIT 1), 0) AS spent_cents
FROM days ORDER BY code
