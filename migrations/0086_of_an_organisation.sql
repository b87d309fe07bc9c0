-- What an organisation recorded is counted before it is merged into another, and moved with it.

CREATE INDEX accounts_organisation ON accounts (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX meetings_organisation ON meetings (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX handouts_organisation ON handouts (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX loans_organisation ON loans (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX contacts_organisation ON contacts (organisation_id) WHERE organisation_id IS NOT NULL;
