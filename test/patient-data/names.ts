// Names of people who do not exist, colleagues and patients alike.

export const GIVEN = [
  ...['Ada', 'Ahmed', 'Aisha', 'Albert', 'Amara', 'Anna', 'Arthur', 'Beryl', 'Bronwen', 'Chloe', 'Craig', 'Daniel', 'Deepa'],
  ...['Doris', 'Dylan', 'Edith', 'Elsie', 'Emmanuel', 'Ernest', 'Fatima', 'Florence', 'Frank', 'Gladys', 'Grace', 'Gurpreet'],
  ...['Harold', 'Helen', 'Ian', 'Irene', 'Ivy', 'Jack', 'Jean', 'Jo', 'José', 'Kofi', 'Leila', 'Ling', 'Mabel', 'Marek'],
  ...[
    'Mohammed',
    'Nia',
    'Noah',
    'Olga',
    'Oscar',
    'Peter',
    'Priya',
    'Rose',
    'Ruth',
    'Siobhán',
    'Stan',
    'Tariq',
    'Winifred',
    'Zoë',
  ],
];

export const SURNAMES = [
  ...['Abbott', 'Ahmed', 'Ali', 'Baker', 'Begum', 'Bell', 'Carter', 'Chaudhry', 'Clarke', 'Cohen', 'Dang', 'Davies', 'de Souza'],
  ...['Edwards', 'Evans', 'Fletcher', 'Gill', 'Green', 'Griffiths', 'Hall', 'Hussain', 'Iqbal', 'Jones', 'Kaur', 'Khan', 'King'],
  ...['Kowalski', 'Lee', 'Li', 'MacDonald', 'McArthur', 'Mensah', 'Mitchell', 'Ng', 'Nguyễn', 'O’Brien', "O'Neill", 'Okafor'],
  ...['Patel', 'Pritchard', 'Quinn', 'Roberts', 'Rossi', 'Shah', 'Singh', 'Smith', 'Smith-Jones', 'St John', 'Taylor', 'Tran'],
  ...['van der Berg', 'Vaughan', 'Walker', 'Ward', 'White', 'Wójcik', 'Wood', 'Wright', 'Young', 'Zhang'],
];
