-- What is asked of personal data may be about words that stand with a verdict as well.
alter table data_requests drop constraint data_requests_subject_type_check;
alter table data_requests add constraint data_requests_subject_type_check check (subject_type in ('petition', 'appointment', 'comment', 'verdict', 'account'));
