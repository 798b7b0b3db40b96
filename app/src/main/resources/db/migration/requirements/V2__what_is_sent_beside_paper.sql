-- Whether what is sent here takes the place of paper is for the law of the state that gets it: of a whole form it may say so.
alter table requirements.version
    add column paper text
        constraint version_paper_is_known check (paper in ('replaces', 'supplements', 'courtesy')),
    add constraint version_says_of_the_whole_what_paper_is check (paper is null or field = '');
