-- The few functions of SQLite that the views use and PostgreSQL lacks, so that each view is one text for both.

-- The first ten characters of a stored moment are its day in UTC, whatever the session's time zone.
CREATE OR REPLACE FUNCTION substr(moment timestamptz, first integer, length integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT CAST(moment AT TIME ZONE ''UTC'' AS date)';

CREATE OR REPLACE FUNCTION instr(whole text, part text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT strpos(whole, part)';

CREATE OR REPLACE FUNCTION julianday(moment timestamptz) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CAST(EXTRACT(EPOCH FROM moment) AS double precision) / 86400 + 2440587.5';

-- Only of 'now'; a text of its own, for PostgreSQL would fix a literal moment when the view is made.
CREATE OR REPLACE FUNCTION julianday(moment text) RETURNS double precision
    LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT julianday(CAST(moment AS timestamptz))';

-- strftime(format, 'now', '-7 days'): the moment itself, where SQLite gives its text.
CREATE OR REPLACE FUNCTION strftime(format text, moment text, shift text) RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT CAST(moment AS timestamptz) + CAST(shift AS interval)';

CREATE OR REPLACE FUNCTION strftime(format text, moment timestamptz, shift text) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT moment + CAST(shift AS interval)';

CREATE OR REPLACE FUNCTION json_extract(document text, path text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    'SELECT CAST(document AS json) #>> string_to_array(ltrim(path, ''$.''), ''.'')';

CREATE OR REPLACE FUNCTION json_each(document text) RETURNS TABLE (value text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT json_array_elements_text(CAST(document AS json))';

CREATE OR REPLACE FUNCTION group_concat_step(so_far text, word text, sign text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT COALESCE(so_far || sign || word, so_far, word)';

CREATE OR REPLACE AGGREGATE group_concat(text, text) (SFUNC = group_concat_step, STYPE = text);
