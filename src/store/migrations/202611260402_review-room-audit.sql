-- The rows of the panel's room are under the chain. A pack is hashed by its own SHA-256, which is in its row; a draft is nobody's record yet.
set local search_path to shirube;
select audit_table(name, 'id') from unnest(array['review', 'review_member', 'review_move', 'review_text', 'opinion_charge']) as name;
select audit_table('review_pack', 'id', 'pack');
