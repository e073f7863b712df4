-- 直办依据. What a direct answer was taken from; the version is the one that the agent read.
alter table work_order add column article text;
alter table work_order add column article_version int;
alter table work_order add constraint an_article_has_a_version check ((article is null) = (article_version is null));

-- Which answers were given from this article?
create index work_order_article on work_order (article, id) where article is not null;
