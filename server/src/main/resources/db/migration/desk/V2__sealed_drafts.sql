-- A draft holds what a caller says, name and number too: sealed (SM4-GCM) from here on. Unsealed ones are thrown away.
delete from draft;

comment on column draft.body is 'sealed';
